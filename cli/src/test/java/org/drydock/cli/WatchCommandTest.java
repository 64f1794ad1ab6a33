package org.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {
    @TempDir
    Path folder;

    private String rules(String condition) throws IOException {
        return Files.writeString(folder.resolve("r.yaml"), """
            - rule: Shadow is read
              desc: Someone reads the passwords.
              priority: warning
              output: user=%user.name file=%fd.name
              tags: [files]
              condition: CONDITION
            """.replace("CONDITION", condition))
                .toString();
    }

    @Test
    void rulesAreValidated() throws IOException {
        ProgramRun good =
                ProgramRun.of(folder, "watch", "--validate", rules("evt.type=openat and fd.name=/etc/shadow"));
        assertThat(good.exit()).as(good.err()).isEqualTo(ExitCode.PASS);
        assertThat(good.out()).contains("r.yaml: Ok");
        ProgramRun bad = ProgramRun.of(folder, "watch", "--json", "--validate", rules("evt.type=openat and"));
        assertThat(bad.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(bad.json()
                        .get("falco_load_results")
                        .elements()
                        .getFirst()
                        .get("errors")
                        .elements())
                .hasSize(1);
    }

    @Test
    void rulesAreListed() throws IOException {
        String file = rules("evt.type=openat and fd.name=/etc/shadow");
        ProgramRun text = ProgramRun.of(folder, "watch", "--list-rules", "--rules", file);
        assertThat(text.out()).isEqualTo("Warning\tsyscall\tShadow is read\n");
        ProgramRun json = ProgramRun.of(folder, "watch", "--list-rules", "--json", "--rules", folder.toString());
        assertThat(json.json()
                        .get("rules")
                        .elements()
                        .getFirst()
                        .get("details")
                        .get("events")
                        .elements())
                .extracting(e -> e.text(""))
                .containsExactly("openat");
        ProgramRun broken = ProgramRun.of(folder, "watch", "--list-rules", "--rules", rules("nothing"));
        assertThat(broken.exit()).isEqualTo(ExitCode.ERROR);
        assertThat(broken.err()).contains("LOAD_ERR_COMPILE_CONDITION");
    }

    @Test
    void fieldsAndEventsAreListed() {
        assertThat(ProgramRun.of(folder, "watch", "--list-fields").out()).contains("proc.aname[NUMBER]?\ttext\t");
        assertThat(ProgramRun.of(folder, "watch", "--list-events", "--json")
                        .json()
                        .get("events")
                        .elements())
                .extracting(e -> e.get("name").text(""))
                .contains("execve", "openat2");
        assertThat(ProgramRun.of(folder, "watch").exit()).isEqualTo(ExitCode.WRONG_USAGE);
    }
}
