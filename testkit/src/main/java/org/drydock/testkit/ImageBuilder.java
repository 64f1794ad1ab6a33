package org.drydock.testkit;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Builds images of tar layers, as OCI layouts and docker archives. */
public final class ImageBuilder {
    private final List<LayerPart> layers = new ArrayList<>();
    private String architecture = "amd64";

    /** How a layer's blob is compressed. */
    public enum Packing {
        NONE("application/vnd.oci.image.layer.v1.tar"),
        GZIP("application/vnd.oci.image.layer.v1.tar+gzip"),
        ZSTD("application/vnd.oci.image.layer.v1.tar+zstd");

        private final String mediaType;

        Packing(String mediaType) {
            this.mediaType = mediaType;
        }

        /** The packed bytes. */
        public byte[] pack(byte[] tar) {
            return switch (this) {
                case NONE -> tar;
                case GZIP -> gzip(tar);
                case ZSTD -> Zstd.compress(tar);
            };
        }
    }

    private static final class LayerPart {
        final byte[] tar;
        final byte[] blob;
        final String mediaType;
        final String diffId;
        final String createdBy;

        LayerPart(byte[] tar, byte[] blob, String mediaType, String diffId, String createdBy) {
            this.tar = tar;
            this.blob = blob;
            this.mediaType = mediaType;
            this.diffId = diffId;
            this.createdBy = createdBy;
        }
    }

    public ImageBuilder architecture(String goName) {
        architecture = goName;
        return this;
    }

    public ImageBuilder layer(byte[] tar, Packing packing, String createdBy) {
        layers.add(new LayerPart(tar, packing.pack(tar), packing.mediaType, digest(tar), createdBy));
        return this;
    }

    public ImageBuilder layer(TarBuilder tar, Packing packing, String createdBy) {
        return layer(tar.build(), packing, createdBy);
    }

    /** A layer whose blob is not what its diffID says, or no archive at all. */
    public ImageBuilder layerOf(byte[] blob, String diffId, String createdBy) {
        layers.add(new LayerPart(new byte[0], blob, Packing.GZIP.mediaType, diffId, createdBy));
        return this;
    }

    /** Writes an OCI layout; the image has the tag {@code latest}. */
    public Path writeOciLayout(Path directory) {
        blobs().forEach((name, bytes) -> write(directory.resolve(name), bytes));
        return directory;
    }

    /** The files of an OCI layout as a tar archive. */
    public byte[] ociArchive() {
        TarBuilder tar = new TarBuilder();
        blobs().forEach(tar::file);
        return tar.build();
    }

    /** What {@code docker save} wrote before version 25. */
    public byte[] dockerArchive(String tag) {
        TarBuilder tar = new TarBuilder();
        StringBuilder names = new StringBuilder();
        for (LayerPart layer : layers) {
            String name = layer.diffId.substring("sha256:".length()) + "/layer.tar";
            tar.file(name, layer.tar);
            names.append(names.isEmpty() ? "" : ",").append('"').append(name).append('"');
        }
        byte[] config = config();
        String configName = digest(config).substring("sha256:".length()) + ".json";
        tar.file(configName, config);
        tar.file(
                "manifest.json",
                "[{\"Config\":\"" + configName + "\",\"RepoTags\":[\"" + tag + "\"],\"Layers\":[" + names + "]}]");
        return tar.build();
    }

    /** The digest of {@code bytes} as {@code sha256:hex}. */
    public static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Bytes packed with gzip. */
    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Map<String, byte[]> blobs() {
        Map<String, byte[]> blobs = new TreeMap<>();
        StringBuilder descriptors = new StringBuilder();
        for (LayerPart layer : layers) {
            blobs.put(blobName(layer.blob), layer.blob);
            descriptors
                    .append(descriptors.isEmpty() ? "" : ",")
                    .append(descriptor(layer.mediaType, layer.blob))
                    .append('}');
        }
        byte[] config = config();
        blobs.put(blobName(config), config);
        byte[] manifest =
                ("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":"
                                + descriptor("application/vnd.oci.image.config.v1+json", config) + "},\"layers\":["
                                + descriptors + "]}")
                        .getBytes(StandardCharsets.UTF_8);
        blobs.put(blobName(manifest), manifest);
        blobs.put("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8));
        blobs.put(
                "index.json",
                ("{\"schemaVersion\":2,\"manifests\":["
                                + descriptor("application/vnd.oci.image.manifest.v1+json", manifest)
                                + ",\"platform\":{\"os\":\"linux\",\"architecture\":\"" + architecture + "\"}"
                                + ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"latest\"}}]}")
                        .getBytes(StandardCharsets.UTF_8));
        return blobs;
    }

    private byte[] config() {
        StringBuilder diffIds = new StringBuilder();
        StringBuilder history = new StringBuilder("{\"created_by\":\"ENV A=b\",\"empty_layer\":true}");
        for (LayerPart layer : layers) {
            diffIds.append(diffIds.isEmpty() ? "" : ",")
                    .append('"')
                    .append(layer.diffId)
                    .append('"');
            history.append(",{\"created_by\":\"").append(layer.createdBy).append("\"}");
        }
        return ("{\"os\":\"linux\",\"architecture\":\"" + architecture + "\",\"created\":\"2026-01-01T00:00:00Z\""
                        + ",\"config\":{},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[" + diffIds + "]},\"history\":["
                        + history + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String descriptor(String mediaType, byte[] bytes) {
        return "{\"mediaType\":\"" + mediaType + "\",\"digest\":\"" + digest(bytes) + "\",\"size\":" + bytes.length;
    }

    private static String blobName(byte[] bytes) {
        return "blobs/" + digest(bytes).replace(':', '/');
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
