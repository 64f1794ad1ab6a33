package org.drydock.vuln.feed;

import java.io.InputStream;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/** Reads feeds in JSON within the bounds of a {@link RecordBudget}. */
public final class FeedJson {
    private static final int MAX_BYTES = 64 << 20;
    private static final int MAX_VALUES = 2_000_000;

    private FeedJson() {}

    /**
     * Reads a document that is held as a whole.
     *
     * @throws FeedException if it is not JSON, or too large for that
     */
    public static JsonValue whole(InputStream in, String place) {
        try {
            return JsonReader.read(new RecordBudget(in, place, MAX_BYTES, MAX_VALUES), place);
        } catch (JsonException e) {
            throw FeedException.notJson(e);
        }
    }

    /**
     * Reads an object of which one member is an array of records, each record when it comes.
     *
     * @param array the name of that member
     * @param member takes the other members, in the order of the text
     * @throws FeedException if the text is not one JSON object, or a record or another member is too large
     */
    public static void records(
            InputStream in,
            String place,
            String array,
            BiConsumer<String, JsonValue> member,
            Consumer<JsonValue> record) {
        RecordBudget budget = new RecordBudget(in, place, MAX_BYTES, MAX_VALUES);
        try {
            JsonReader.readMembers(
                    budget,
                    place,
                    array,
                    element -> {
                        record.accept(element);
                        budget.next();
                    },
                    (name, value) -> {
                        member.accept(name, value);
                        budget.next();
                    });
        } catch (JsonException e) {
            throw FeedException.notJson(e);
        }
    }
}
