package org.drydock.report.html;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drydock.json.JsonWriter;
import org.drydock.report.PlainText;

/** Texts that many facts share, written once and referred to by number. */
final class TextPool {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, Integer> known = new HashMap<>();

    TextPool() {
        number("");
    }

    /** The number of a text, which is cleaned before anything else; that of the empty text is 0. */
    int number(String text) {
        Integer before = known.get(text);
        if (before != null) {
            return before;
        }
        String clean = PlainText.clean(text, true);
        Integer number = numbers.putIfAbsent(clean, numbers.size());
        int result = number == null ? numbers.size() - 1 : number;
        known.put(text, result);
        return result;
    }

    void numbers(List<String> texts, JsonWriter json) {
        json.array();
        texts.forEach(text -> json.element(number(text)));
        json.endArray();
    }

    void write(String member, JsonWriter json) {
        json.strings(member, numbers.keySet());
    }
}
