package org.drydock.inventory.sbom;

import java.util.List;
import java.util.Map;

/** Package URLs, separated by white space or by commas; a number sign at the start of a word begins a remark. */
final class PurlList {
    private PurlList() {}

    static void read(String text, Document document) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            for (String word : line.strip().split("\\s+|,(?=pkg:)", -1)) {
                if (word.startsWith("#")) {
                    break;
                }
                if (!word.isEmpty()) {
                    document.add(new Component(
                            "library", "", "", "", word, List.of(), Map.of(), List.of(), Map.of(), "line " + number));
                }
            }
        }
    }
}
