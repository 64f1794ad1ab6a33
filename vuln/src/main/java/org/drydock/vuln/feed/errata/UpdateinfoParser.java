package org.drydock.vuln.feed.errata;

import java.io.InputStream;
import java.util.Set;
import org.drydock.core.Diagnostic;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedText;
import org.drydock.vuln.feed.FeedXml;
import org.drydock.vuln.feed.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code updateinfo.xml} of a repository of rpm packages, as Amazon, Rocky, Alma, Oracle, Fedora, EPEL, SUSE and
 * others put beside their packages. Updates that mend no vulnerability are passed over.
 *
 * @see <a href="https://github.com/openSUSE/libzypp/blob/master/zypp/parser/yum/schema/updateinfo.rng">Its schema</a>
 */
public final class UpdateinfoParser implements FeedParser {
    @Override
    public String format() {
        return "updateinfo";
    }

    @Override
    public boolean recognises(FeedStart start) {
        return start.xmlRoot().equals("updates");
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        Repository repository = new Repository(place, sink);
        FeedXml.records(in, place, Set.of("update"), repository::update);
    }

    /** One file while it is read. It is named after the first repository that it names. */
    private static final class Repository {
        private final String place;
        private final FeedSink sink;
        private boolean named;

        Repository(String place, FeedSink sink) {
            this.place = place;
            this.sink = sink;
        }

        void update(XmlElement update) {
            String id = update.childText("id");
            if (!FeedText.isName(id)) {
                sink.diagnostic(Diagnostic.notExamined("updateinfo-unreadable", place, "an update has no usable id"));
                return;
            }
            Erratum erratum = new Erratum(id, update.childText("title"), update.childText("description"));
            erratum.severity(update.childText("severity"));
            for (XmlElement reference : update.child("references").children("reference")) {
                if (reference.attribute("type").equalsIgnoreCase("cve")) {
                    String cve = reference.attribute("id");
                    erratum.mends(cve.isEmpty() ? reference.attribute("title") : cve);
                } else {
                    erratum.reference(reference.attribute("href"));
                }
            }
            if (!erratum.mendsAny() && !update.attribute("type").equalsIgnoreCase("security")) {
                return;
            }
            packages(update, erratum);
            if (update.attribute("status").equalsIgnoreCase("retracted")) {
                sink.withdrawn(id);
                return;
            }
            erratum.tell(date(update, "issued"), date(update, "updated"), place, sink);
        }

        private void packages(XmlElement update, Erratum erratum) {
            for (XmlElement collection : update.child("pkglist").children("collection")) {
                String where = collection.attribute("short") + " " + collection.childText("name") + " "
                        + update.childText("release") + " " + update.childText("title");
                name(update.childText("id"), collection);
                XmlElement module = collection.child("module");
                @Nullable
                String stream = module.attribute("name").isEmpty()
                        ? null
                        : module.attribute("name") + ":" + module.attribute("stream");
                for (XmlElement rpm : collection.children("package")) {
                    Nevra nevra = new Nevra(
                            rpm.attribute("name"),
                            rpm.attribute("epoch"),
                            rpm.attribute("version"),
                            rpm.attribute("release"),
                            rpm.attribute("arch"));
                    if (nevra.isWhole()) {
                        erratum.brings(nevra, stream, where);
                    } else {
                        sink.diagnostic(Diagnostic.notExamined(
                                "updateinfo-package-unreadable",
                                place,
                                update.childText("id") + " brings a package without a name or a version"));
                    }
                }
            }
        }

        private void name(String id, XmlElement collection) {
            if (named) {
                return;
            }
            named = true;
            String repository = collection.attribute("short").isEmpty()
                    ? collection.childText("name")
                    : collection.attribute("short");
            String family = id.substring(0, Math.max(0, id.indexOf('-')));
            sink.source("updateinfo/" + FeedText.namePart(family) + "/" + FeedText.namePart(repository));
        }

        private static String date(XmlElement update, String child) {
            return update.child(child).attribute("date");
        }
    }
}
