package org.drydock.vuln.update;

import org.drydock.vuln.fetch.FetchProgress;
import org.drydock.vuln.store.ImportProgress;

/** Is told how far an update is; for people who wait. */
public interface UpdateProgress {
    /** Another update is at work, and this one waits for it. */
    void waitingForAnother();

    /** A part is begun, the {@code number}th of {@code count}. */
    void begins(String part, int number, int count);

    FetchProgress fetching();

    ImportProgress importing();

    /** Hears nothing. */
    static UpdateProgress none() {
        return new UpdateProgress() {
            @Override
            public void waitingForAnother() {}

            @Override
            public void begins(String part, int number, int count) {}

            @Override
            public FetchProgress fetching() {
                return FetchProgress.NONE;
            }

            @Override
            public ImportProgress importing() {
                return ImportProgress.none();
            }
        };
    }
}
