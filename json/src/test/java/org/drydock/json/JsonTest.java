package org.drydock.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void treesAreForgivingToRead() {
        JsonValue value = JsonReader.read(bytes("{\"a\":{\"b\":[1,\"x\",true,null]},\"n\":-7}"), "t");
        assertThat(value.get("a").get("b").elements()).hasSize(4);
        assertThat(value.get("a").get("b").elements().get(1).text("")).isEqualTo("x");
        assertThat(value.get("n").number(0)).isEqualTo(-7);
        assertThat(value.get("nowhere").get("at all").text()).isEmpty();
    }

    @Test
    void errorsNameSourceAndPlace() {
        assertThatThrownBy(() -> JsonReader.read(bytes("{\n \"a\": ]"), "index.json"))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("index.json:2:");
    }

    @Test
    void trailingGarbageIsAnError() {
        assertThatThrownBy(() -> JsonReader.read(bytes("{} x"), "t")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> JsonReader.read(bytes("{} {}"), "t")).isInstanceOf(JsonException.class);
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> JsonReader.read(bytes("[".repeat(5000)), "deep"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("deep");
    }

    @Test
    void largeObjectsComeInParts() {
        List<String> seen = new ArrayList<>();
        JsonReader.readMembers(
                new ByteArrayInputStream(bytes("{\"a\":1,\"b\":{\"c\":\"d\"}}")),
                "t",
                (name, value) -> seen.add(name + value.get("c").text("-")));
        assertThat(seen).containsExactly("a-", "bd");
    }

    @Test
    void writesWhatItReads() {
        String text = """
                {
                  "a": "x\\ny",
                  "list": [
                    1.50,
                    true,
                    null
                  ],
                  "empty": { },
                  "none": [ ]
                }""";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter writer = JsonWriter.pretty(out)) {
            writer.element(JsonReader.read(bytes(text), "t"));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void unpairedSurrogatesAreReplaced() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter writer = JsonWriter.compact(out)) {
            writer.object()
                    .member("high\ud800", "a\ud800b")
                    .strings("list", List.of("\udc00", "x\ud83d\ude00y", "\ud83d"))
                    .array("array\udfff")
                    .endArray()
                    .object("object\udfff")
                    .endObject()
                    .endObject();
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"high\ufffd\":\"a\ufffdb\",\"list\":[\"\ufffd\",\"x\ud83d\ude00y\",\"\ufffd\"],"
                        + "\"array\ufffd\":[],\"object\ufffd\":{}}");
    }
}
