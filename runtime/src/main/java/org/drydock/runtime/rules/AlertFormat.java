package org.drydock.runtime.rules;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.drydock.json.JsonWriter;
import org.drydock.runtime.event.Octets;
import org.drydock.runtime.field.FieldType;
import org.drydock.runtime.field.Quantity;
import org.drydock.runtime.field.Register;
import org.drydock.runtime.filter.OutputOperand;
import org.drydock.runtime.state.Address;
import org.drydock.runtime.state.Observation;

/**
 * Writes alerts as Falco does, as a line of text or of JSON.
 *
 * @see <a href="https://falco.org/docs/concepts/outputs/formatting/">alert formatting</a>
 */
public final class AlertFormat {
    private static final String MISSING = "<NA>";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.nnnnnnnnn", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.nnnnnnnnn", Locale.ROOT);
    private static final DateTimeFormatter DATE_SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.nnnnnnnnn", Locale.ROOT);

    private final ZoneId zone;
    private final Map<String, OutputFormat> formats = new HashMap<>();
    private final Register values = new Register();

    /** @param zone the time zone of {@code evt.time} in text */
    public AlertFormat(ZoneId zone) {
        this.zone = zone;
    }

    /** One line of text, without its end: time, priority and output. */
    public String text(Rule rule, Observation observation) {
        return escaped(line(rule, observation));
    }

    private String line(Rule rule, Observation observation) {
        Instant time = instant(observation.event.time());
        return CLOCK.format(time.atZone(zone)) + ": " + rule.priority().label() + " " + message(rule, observation);
    }

    private String message(Rule rule, Observation observation) {
        StringBuilder text = new StringBuilder();
        for (OutputFormat.Part part : format(rule).parts()) {
            switch (part) {
                case OutputFormat.Text literal -> text.append(literal.text());
                case OutputFormat.Value value ->
                    text.append(padded(value(value.operand(), observation), value.width()));
            }
        }
        return text.toString();
    }

    private OutputFormat format(Rule rule) {
        return formats.computeIfAbsent(rule.output(), OutputFormat::parse);
    }

    private static String padded(String text, int width) {
        if (width == 0) {
            return text;
        }
        return text.length() >= width ? text.substring(0, width) : text + " ".repeat(width - text.length());
    }

    private boolean extract(OutputOperand operand, Observation observation) {
        values.clear();
        return operand.extractor().extract(observation, values) && values.count() > 0;
    }

    private String value(OutputOperand operand, Observation observation) {
        if (!extract(operand, observation)) {
            return MISSING;
        }
        StringBuilder text = new StringBuilder(operand.quantity() == Quantity.LIST ? "(" : "");
        for (int i = 0; i < values.count(); i++) {
            String between =
                    operand.quantity() == Quantity.ANY ? " " : operand.quantity() == Quantity.BOTH ? "->" : ",";
            text.append(i == 0 ? "" : between).append(one(operand, i));
        }
        return text.append(operand.quantity() == Quantity.LIST ? ")" : "").toString();
    }

    private String one(OutputOperand operand, int index) {
        return switch (operand.type()) {
            case TEXT, PATH, BYTES -> Octets.decode(values.text(index));
            case ADDRESS, NETWORK -> ((Address) values.object(index)).text();
            case BOOLEAN -> values.number(index) == 0 ? "false" : "true";
            case SIGNED -> Long.toString(values.number(index));
            case UNSIGNED -> Long.toUnsignedString(values.number(index));
            case TIME -> time(operand.text(), values.number(index));
        };
    }

    private String time(String field, long nanoseconds) {
        Instant instant = instant(nanoseconds);
        return switch (field) {
            case "evt.time" -> CLOCK.format(instant.atZone(zone));
            case "evt.time.s" -> SECONDS.format(instant.atZone(zone));
            case "evt.time.iso8601" -> ISO.format(instant.atZone(ZoneOffset.UTC)) + "+0000";
            case "evt.datetime" -> DATE.format(instant.atZone(zone));
            case "evt.datetime.s" -> DATE_SECONDS.format(instant.atZone(zone));
            default -> Long.toString(nanoseconds);
        };
    }

    private static Instant instant(long nanoseconds) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanoseconds, 1_000_000_000L), Math.floorMod(nanoseconds, 1_000_000_000L));
    }

    /** One line of JSON, without its end: the shape that receivers of Falco's alerts read. */
    public String json(Rule rule, Observation observation) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter json = JsonWriter.compact(bytes)) {
            json.object()
                    .member("hostname", observation.hostname)
                    .member("output", line(rule, observation))
                    .object("output_fields");
            Map<String, OutputOperand> fields = new TreeMap<>();
            format(rule).operands().forEach(operand -> fields.put(operand.text(), operand));
            OutputOperand.leading("evt.time").ifPresent(time -> fields.putIfAbsent("evt.time", time));
            fields.forEach((name, operand) -> member(json, name, operand, observation));
            json.endObject();
            json.member("priority", rule.priority().label())
                    .member("rule", rule.name())
                    .member("source", rule.source())
                    .strings("tags", rule.tags())
                    .member("time", ISO.format(instant(observation.event.time()).atZone(ZoneOffset.UTC)) + "Z");
            json.endObject();
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    private void member(JsonWriter json, String name, OutputOperand operand, Observation observation) {
        if (!extract(operand, observation)) {
            json.nullMember(name);
        } else if (values.count() > 1 || operand.quantity() == Quantity.LIST) {
            json.member(name, value(operand, observation));
        } else if (operand.type() == FieldType.BOOLEAN) {
            json.member(name, values.number(0) != 0);
        } else if (operand.type().isNumber()) {
            json.member(name, values.number(0));
        } else {
            json.member(name, one(operand, 0));
        }
    }

    /** Text whose control characters are escaped, so that an alert stays one line. */
    private static String escaped(String text) {
        if (text.chars().noneMatch(c -> c < ' ' || c == 127)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> safe.append("\\n");
                case '\r' -> safe.append("\\r");
                case '\t' -> safe.append("\\t");
                case '\b' -> safe.append("\\b");
                case '\f' -> safe.append("\\f");
                default -> safe.append(c < ' ' || c == 127 ? String.format(Locale.ROOT, "\\u%04x", (int) c) : "" + c);
            }
        }
        return safe.toString();
    }
}
