package org.drydock.vuln.update;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.drydock.vuln.fetch.Settings;

/** Updates again and again. A program for a test. */
final class UpdateLoop {
    private UpdateLoop() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        UpdatePlan plan = UpdatePlan.named(List.of("kev", "debian-tracker"));
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            new FeedUpdate(
                            folder.resolve("feeds"),
                            folder.resolve("db"),
                            Settings.of(URI.create(arguments[0]), new ArrayList<>()),
                            UpdateProgress.none())
                    .run(plan, outcome -> {
                        if (outcome.change() == UpdateOutcome.Change.FAILED) {
                            throw new IllegalStateException(outcome.message());
                        }
                    });
        }
    }
}
