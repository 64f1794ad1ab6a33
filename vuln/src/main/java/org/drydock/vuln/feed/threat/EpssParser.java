package org.drydock.vuln.feed.threat;

import java.io.InputStream;
import org.drydock.core.Diagnostic;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.feed.FeedLines;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedText;

/**
 * Reads the daily scores of the Exploit Prediction Scoring System: a line on the model, a line of names, and a line for
 * each vulnerability. Files from before 2022 have no line on the model, hence no date, and some no percentile.
 *
 * @see <a href="https://www.first.org/epss/data_stats">EPSS data</a>
 */
public final class EpssParser implements FeedParser {
    private static final String DATE = "score_date:";

    @Override
    public String format() {
        return "epss";
    }

    @Override
    public boolean recognises(FeedStart start) {
        return start.lines().stream()
                .limit(2)
                .anyMatch(line -> line.startsWith("cve,epss") || line.startsWith("#model_version:"));
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        sink.source("epss");
        FeedLines lines = new FeedLines(in, place);
        String date = "";
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.startsWith("#")) {
                date = date(line);
            } else if (!line.isBlank() && !line.startsWith("cve,")) {
                prediction(line, date, place + ":" + lines.number(), sink);
            }
        }
    }

    private static void prediction(String line, String date, String at, FeedSink sink) {
        String[] fields = line.split(",", -1);
        double score = fields.length > 1 ? part(fields[1]) : -1;
        double percentile = fields.length > 2 ? part(fields[2]) : 0;
        if (!FeedText.isName(fields[0]) || score < 0 || percentile < 0) {
            sink.diagnostic(
                    Diagnostic.notExamined("epss-line-unreadable", at, "not a score: " + FeedText.oneLine(line)));
            return;
        }
        sink.exploitPrediction(new ExploitPrediction(fields[0].strip(), score, percentile, date));
    }

    /** A number from 0 to 1; -1 if it is none. */
    private static double part(String text) {
        try {
            double value = text.length() > 32 ? -1 : Double.parseDouble(text.strip());
            return value >= 0 && value <= 1 ? value : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String date(String line) {
        int at = line.indexOf(DATE);
        String text = at < 0 ? "" : line.substring(at + DATE.length());
        return text.length() < 10 ? "" : FeedText.oneLine(text.substring(0, 10));
    }
}
