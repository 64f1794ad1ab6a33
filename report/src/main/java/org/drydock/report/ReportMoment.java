package org.drydock.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * The moment of a report, for formats that must have one. Reports state no time of writing, so that the same target and
 * the same data give the same bytes; their moment is the newest that they rest on: when the image was made, or the date
 * of the newest data, or 1970 if neither is stated.
 */
public final class ReportMoment {
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private ReportMoment() {}

    /** In UTC with {@code Z}, for example {@code 2025-11-20T00:00:00Z}. */
    public static String utc(ScanReport report) {
        return local(report) + "Z";
    }

    /** In UTC without a zone. */
    public static String local(ScanReport report) {
        ScanReport.ImageFacts image = report.target().image();
        Instant moment = Stream.concat(
                        image == null ? Stream.of() : Stream.of(instant(image.created())),
                        report.data().stream().map(source -> day(source.date())))
                .filter(at -> !at.isBefore(Instant.EPOCH) && !at.isAfter(LAST))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return LOCAL.format(moment.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    private static Instant instant(String text) {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private static Instant day(String text) {
        try {
            return LocalDate.parse(text).atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
