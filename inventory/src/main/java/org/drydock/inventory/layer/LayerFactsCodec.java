package org.drydock.inventory.layer;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.ImagePath;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Distro;
import org.drydock.inventory.PackageMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.SourcePackage;
import org.jspecify.annotations.Nullable;

/** {@link LayerFacts} as bytes: fields in the order of the records, lists by their length, text as UTF-8. */
final class LayerFactsCodec {
    /** To be raised with every change of the records or of this class. */
    static final int VERSION = 2;

    private final DataInputStream in;

    private LayerFactsCodec(DataInputStream in) {
        this.in = in;
    }

    private interface ItemWriter<T> {
        void write(T item) throws IOException;
    }

    private interface ItemReader<T> {
        T read() throws IOException;
    }

    static void write(LayerFacts facts, DataOutputStream out) throws IOException {
        new Writer(out).facts(facts);
    }

    static LayerFacts read(DataInputStream in) throws IOException {
        return new LayerFactsCodec(in).facts();
    }

    private LayerFacts facts() throws IOException {
        return new LayerFacts(
                list(this::file),
                list(() -> new LayerFacts.Link(new ImagePath(text()), text(), in.readBoolean())),
                paths(),
                paths(),
                paths(),
                paths(),
                list(this::diagnostic),
                in.readLong(),
                in.readLong(),
                in.readBoolean());
    }

    private FileFacts file() throws IOException {
        return new FileFacts(
                new ImagePath(text()),
                list(this::cataloged),
                list(() -> new Distro(text(), list(this::text), text(), text(), text())),
                list(() -> new FileFacts.Ownership(type(), text(), paths())),
                list(() -> new FileFacts.Unnamed(text(), text())),
                list(this::diagnostic));
    }

    private CatalogedPackage cataloged() throws IOException {
        return new CatalogedPackage(
                type(),
                text(),
                text(),
                in.readBoolean() ? new SourcePackage(text(), text()) : null,
                text(),
                list(this::text),
                text(),
                metadata(),
                in.readBoolean(),
                list(() -> new CatalogedPackage.Reference(text(), text())));
    }

    private PackageMetadata metadata() throws IOException {
        return switch (in.readByte()) {
            case 0 -> new PackageMetadata.None();
            case 1 -> new PackageMetadata.DebMetadata(text());
            case 2 ->
                new PackageMetadata.RpmMetadata(
                        in.readBoolean() ? Integer.valueOf(in.readInt()) : null,
                        text(),
                        text(),
                        in.readBoolean() ? text() : null,
                        text(),
                        text());
            case 3 -> new PackageMetadata.JavaMetadata(text(), text(), text(), text(), text());
            case 4 -> new PackageMetadata.GoMetadata(text(), in.readBoolean(), text());
            case 5 -> new PackageMetadata.BinaryMetadata(list(this::text), in.readBoolean(), list(this::text));
            default -> throw new IOException("unknown metadata");
        };
    }

    private Diagnostic diagnostic() throws IOException {
        return new Diagnostic(Diagnostic.Level.valueOf(text()), text(), text(), text());
    }

    private PackageType type() throws IOException {
        return PackageType.valueOf(text());
    }

    private PathSet paths() throws IOException {
        int count = count(Long.BYTES);
        java.nio.LongBuffer values =
                java.nio.ByteBuffer.wrap(in.readNBytes(count * Long.BYTES)).asLongBuffer();
        long[] sorted = new long[count];
        values.get(sorted);
        return PathSet.ofSorted(sorted);
    }

    private <T> List<T> list(ItemReader<T> item) throws IOException {
        int count = count(1);
        List<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(item.read());
        }
        return items;
    }

    private String text() throws IOException {
        return new String(in.readNBytes(count(1)), StandardCharsets.UTF_8);
    }

    private int count(int width) throws IOException {
        int count = in.readInt();
        if (count < 0 || (long) count * width > in.available()) {
            throw new IOException("damaged");
        }
        return count;
    }

    private static final class Writer {
        private final DataOutputStream out;

        Writer(DataOutputStream out) {
            this.out = out;
        }

        void facts(LayerFacts facts) throws IOException {
            list(facts.files(), this::file);
            list(facts.links(), link -> {
                text(link.path().value());
                text(link.target());
                out.writeBoolean(link.hard());
            });
            paths(facts.entries());
            paths(facts.directories());
            paths(facts.whiteouts());
            paths(facts.opaque());
            list(facts.diagnostics(), this::diagnostic);
            out.writeLong(facts.walkedFiles());
            out.writeLong(facts.bytes());
            out.writeBoolean(facts.complete());
        }

        private void file(FileFacts file) throws IOException {
            text(file.path().value());
            list(file.packages(), this::cataloged);
            list(file.distros(), distro -> {
                text(distro.id());
                list(distro.idLike(), this::text);
                text(distro.versionId());
                text(distro.codename());
                text(distro.prettyName());
            });
            list(file.ownerships(), ownership -> {
                text(ownership.type().name());
                text(ownership.packageName());
                paths(ownership.paths());
            });
            list(file.unidentified(), unnamed -> {
                text(unnamed.innerPath());
                text(unnamed.what());
            });
            list(file.diagnostics(), this::diagnostic);
        }

        private void cataloged(CatalogedPackage item) throws IOException {
            text(item.type().name());
            text(item.name());
            text(item.version());
            SourcePackage source = item.source();
            out.writeBoolean(source != null);
            if (source != null) {
                text(source.name());
                text(source.version());
            }
            text(item.architecture());
            list(item.licenses(), this::text);
            text(item.innerPath());
            metadata(item.metadata());
            out.writeBoolean(item.development());
            list(item.dependencies(), needed -> {
                text(needed.name());
                text(needed.version());
            });
        }

        private void metadata(PackageMetadata metadata) throws IOException {
            switch (metadata) {
                case PackageMetadata.None _ -> out.writeByte(0);
                case PackageMetadata.DebMetadata deb -> {
                    out.writeByte(1);
                    text(deb.maintainer());
                }
                case PackageMetadata.RpmMetadata rpm -> {
                    out.writeByte(2);
                    Integer epoch = rpm.epoch();
                    out.writeBoolean(epoch != null);
                    if (epoch != null) {
                        out.writeInt(epoch);
                    }
                    text(rpm.version());
                    text(rpm.release());
                    optional(rpm.modularity());
                    text(rpm.vendor());
                    text(rpm.sourceRpm());
                }
                case PackageMetadata.JavaMetadata java -> {
                    out.writeByte(3);
                    text(java.groupId());
                    text(java.artifactId());
                    text(java.evidence());
                    text(java.sha1());
                    text(java.shadedInto());
                }
                case PackageMetadata.GoMetadata go -> {
                    out.writeByte(4);
                    text(go.goVersion());
                    out.writeBoolean(go.mainModule());
                    text(go.h1());
                }
                case PackageMetadata.BinaryMetadata binary -> {
                    out.writeByte(5);
                    list(binary.products(), this::text);
                    out.writeBoolean(binary.certain());
                    list(binary.evidence(), this::text);
                }
            }
        }

        private void diagnostic(Diagnostic diagnostic) throws IOException {
            text(diagnostic.level().name());
            text(diagnostic.code());
            text(diagnostic.place());
            text(diagnostic.message());
        }

        private void optional(@Nullable String value) throws IOException {
            out.writeBoolean(value != null);
            if (value != null) {
                text(value);
            }
        }

        private void paths(PathSet paths) throws IOException {
            out.writeInt(paths.size());
            for (int i = 0; i < paths.size(); i++) {
                out.writeLong(paths.get(i));
            }
        }

        private <T> void list(List<T> items, ItemWriter<T> item) throws IOException {
            out.writeInt(items.size());
            for (T each : items) {
                item.write(each);
            }
        }

        private void text(String value) throws IOException {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }
}
