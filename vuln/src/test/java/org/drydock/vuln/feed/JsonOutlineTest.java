package org.drydock.vuln.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class JsonOutlineTest {
    @Test
    void knowsMembersByTheirPath() {
        JsonOutline outline = outline("\ufeff {\"a\":{\"b\\\"{\":[1,{\"c\":\"d\"}]},\"e\":[[{\"f\":0}]]} {\"g\":1}");

        assertThat(outline.has("a", "b\\\"{", "[]", "c")).isTrue();
        assertThat(outline.has("e", "[]", "[]", "f")).isTrue();
        assertThat(outline.has("g")).isTrue();
        assertThat(outline.has("d")).isFalse();
        assertThat(outline.paths()).hasSize(6);
    }

    private static JsonOutline outline(String text) {
        return JsonOutline.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
