package org.drydock.inventory.binary;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.PackageMetadata.BinaryMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.binary.Programs.Match;
import org.drydock.inventory.executable.Sections;

/**
 * Knows programs and libraries that were put into an image without a package manager, by their file's name and by what
 * their bytes say: several independent statements of the version, marks that only this program has, and marks that speak
 * against it. What goes by such a name and does not say its version is software that nobody could name.
 */
public final class BinaryCataloger implements Cataloger {
    @Override
    public String name() {
        return "binary";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.NameMatch(name -> Programs.shipped().hasName(name)));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        ByteBuffer content = file.content().duplicate();
        if (!Sections.isExecutable(content)) {
            return;
        }
        List<Tally> tallies = new ArrayList<>();
        List<Match> matches = Programs.shipped().byName(file.path().name());
        for (Match match : matches) {
            EvidenceScan scan = new EvidenceScan();
            Tally tally = new Tally(match.program());
            tally.listen(scan);
            scan.run(content, match.nameVersion());
            tallies.add(tally);
        }
        boolean named = false;
        for (int i = 0; i < matches.size(); i++) {
            Optional<Tally.Verdict> verdict = tallies.get(i).verdict();
            if (verdict.isPresent()) {
                sink.add(toPackage(matches.get(i).program(), verdict.get()));
                named = true;
            }
        }
        if (!named && tallies.stream().anyMatch(tally -> !tally.isOther())) {
            sink.unidentified(
                    "",
                    "a program by the name of " + matches.getFirst().program().name());
        }
    }

    private static CatalogedPackage toPackage(Program program, Tally.Verdict verdict) {
        return CatalogedPackage.of(PackageType.BINARY, program.name(), verdict.version())
                .with(new BinaryMetadata(program.products(), verdict.certain(), verdict.evidence()));
    }
}
