package org.drydock.inventory.java;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.drydock.core.ImagePath;
import org.drydock.core.LimitExceededException;
import org.drydock.core.Limits;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.zip.EntryReader;
import org.drydock.inventory.zip.ReadBudget;
import org.drydock.inventory.zip.ZipArchive;
import org.drydock.inventory.zip.ZipCursor;
import org.drydock.inventory.zip.ZipEntry;
import org.drydock.inventory.zip.ZipFormatException;
import org.jspecify.annotations.Nullable;

/** Goes through one archive and all archives nested in it, outer ones first, within one budget. */
final class ArchiveWalk implements AutoCloseable {
    /** How many archives and descriptors one outermost archive may hold; no honest one has so many. */
    private static final int MAX_FINDS = 100_000;

    private static final ByteBuffer RAR = ByteBuffer.wrap(new byte[] {'R', 'a', 'r', '!', 0x1a, 0x07});

    private static final char REPLACEMENT = '\uFFFD';

    private final CandidateFile file;
    private final Limits limits;
    private final Remarks remarks;
    private final ReadBudget budget;
    private final EntryReader reader;
    private final ArchiveDescriber describer;
    private int findsLeft = MAX_FINDS;

    ArchiveWalk(CandidateFile file, CatalogSink sink) {
        this.file = file;
        this.limits = file.limits();
        this.remarks = new Remarks(sink);
        this.budget = new ReadBudget(limits);
        this.reader = new EntryReader(limits, budget);
        this.describer = new ArchiveDescriber(new MetadataReader(reader, remarks), sink);
    }

    void examine() {
        try {
            examine(file.content(), file.path().name(), "", 0);
        } finally {
            remarks.end();
        }
    }

    @Override
    public void close() {
        reader.close();
    }

    /** @return false if the budget is spent and the walk has to end */
    private boolean examine(ByteBuffer content, String fileName, String innerPath, int depth) {
        ZipArchive archive = open(content, innerPath);
        if (archive == null) {
            return true;
        }
        ArchiveScan scan = ArchiveScan.of(archive.entries(), limits.archiveEntries(), findsLeft);
        findsLeft -= scan.folders().size();
        remark(archive, scan, innerPath);
        try {
            describer.describe(content, ArchiveName.parse(fileName), scan, innerPath);
        } catch (LimitExceededException e) {
            return tooLarge(innerPath, e);
        }
        return !scan.hasNested() || nested(archive.entries(), innerPath, depth);
    }

    private @Nullable ZipArchive open(ByteBuffer content, String innerPath) {
        if (!content.hasRemaining()) {
            remarks.note("empty-archive", innerPath, "has no bytes");
            return null;
        }
        try {
            return ZipArchive.open(content);
        } catch (ZipFormatException e) {
            if (!content.slice(0, Math.min(RAR.limit(), content.limit())).equals(RAR)) {
                remarks.notExamined("not-an-archive", innerPath, e.problem());
            }
            return null;
        }
    }

    private void remark(ZipArchive archive, ArchiveScan scan, String innerPath) {
        if (archive.isDamaged()) {
            remarks.warning(
                    "broken-archive-directory",
                    innerPath,
                    "the central directory is broken or missing; entries were found by their own headers, "
                            + "what was cut off is not known");
        }
        if (scan.isCutShort()) {
            remarks.notExamined("too-many-archive-entries", innerPath, "has more entries than the limit");
        }
        for (String problem : scan.problems()) {
            remarks.notExamined("broken-archive-entry", innerPath, problem);
        }
    }

    private boolean nested(ZipCursor entries, String innerPath, int depth) {
        int left = limits.archiveEntries();
        while (left-- > 0 && entries.next()) {
            if (ArchiveExtensions.isArchive(entries) && !nested(entries, entries.name(), innerPath, depth)) {
                return false;
            }
        }
        return true;
    }

    private boolean nested(ZipCursor cursor, String name, String outerPath, int depth) {
        String innerPath = outerPath + "!/" + safe(name, outerPath);
        if (depth >= limits.archiveDepth()) {
            remarks.notExamined(
                    "archive-too-deep", innerPath, "lies deeper than " + limits.archiveDepth() + " archives");
            return true;
        }
        if (--findsLeft < 0) {
            remarks.notExamined(
                    "too-many-archives", innerPath, "this and what follows: more than " + MAX_FINDS + " archives");
            return false;
        }
        try {
            ZipEntry entry = cursor.entry();
            EntryReader.Content content = reader.whole(entry, file.scratch());
            if (content.damaged()) {
                remarks.notExamined("broken-archive-entry", innerPath, "ends early: only its beginning was examined");
            }
            return examine(content.bytes(), name, innerPath, depth + 1);
        } catch (ZipFormatException e) {
            remarks.notExamined("unreadable-archive-entry", innerPath, e.problem());
            return true;
        } catch (LimitExceededException e) {
            return tooLarge(innerPath, e);
        } catch (IOException e) {
            remarks.notExamined("unreadable-archive-entry", innerPath, "cannot be unpacked: " + e.getMessage());
            return true;
        }
    }

    private boolean tooLarge(String innerPath, LimitExceededException e) {
        String rest = budget.isSpent() ? "this and what follows: " : "";
        remarks.notExamined("archive-too-large", innerPath, rest + e.getMessage());
        return !budget.isSpent();
    }

    /** Names that climb out of the archive or are not text are shown without what makes them so. */
    private String safe(String name, String outerPath) {
        boolean text = name.chars().noneMatch(Character::isISOControl);
        Optional<ImagePath> path = text ? ImagePath.parse(name) : Optional.empty();
        if (path.isPresent()) {
            return path.get().value();
        }
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .limit(ImagePath.MAX_LENGTH)
                .map(c -> Character.isISOControl(c) ? REPLACEMENT : c)
                .forEach(shown::appendCodePoint);
        String inside = ImagePath.ROOT
                .resolveLink(shown.toString())
                .map(ImagePath::value)
                .orElse("");
        remarks.warning("unsafe-entry-name", outerPath + "!/" + inside, "the archive has it under another name");
        return inside;
    }
}
