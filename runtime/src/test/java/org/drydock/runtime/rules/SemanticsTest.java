package org.drydock.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.drydock.runtime.Priority;
import org.drydock.runtime.state.Observation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conditions mean, for a file that is opened and a connection that is made. */
class SemanticsTest {
    private static boolean holds(String condition, Observation observation) {
        RuleLoader loader = new RuleLoader();
        String indented = condition.replace("\n", "\n    ");
        LoadResult result = loader.load("r.yaml", """
            - rule: r
              desc: d
              priority: info
              output: x
              condition: >
                %s
            """.formatted(indented));
        assertThat(result.errors()).as(condition).isEmpty();
        List<Rule> matches = new ArrayList<>();
        new RuleSet(loader.rules(), "syscall", Priority.DEBUG, Matching.ALL).match(observation, matches);
        return !matches.isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        evt.type = openat                                     ~ true
        evt.type = open                                       ~ false
        evt.type in (open, openat)                            ~ true
        evt.type != open                                      ~ true
        not evt.type = openat                                 ~ false
        evt.num = 0                                           ~ false
        evt.num >= 0                                          ~ true
        not evt.num = 0                                       ~ true
        proc.name = cat                                       ~ true
        proc.name != cat                                      ~ false
        proc.name = CAT                                       ~ false
        proc.name iglob C?T                                   ~ true
        proc.name glob "c[a-b]*"                              ~ true
        proc.name in (dog, cat)                               ~ true
        proc.name in ()                                       ~ false
        proc.name intersects (dog, cat)                       ~ true
        proc.name contains a                                  ~ true
        proc.name icontains CA                                ~ true
        proc.name startswith oneof (c, ca)                    ~ false
        proc.name startswith anyof (c, ca)                    ~ true
        proc.name contains allof (c, a, t)                    ~ true
        proc.name regex c.t                                   ~ true
        proc.name regex ca                                    ~ false
        proc.pname = bash                                     ~ true
        proc.aname[2] = sshd                                  ~ true
        proc.aname[0] = cat                                   ~ true
        proc.aname[3] = init                                  ~ false
        proc.aname[3] != init                                 ~ false
        not proc.aname[3] = init                              ~ true
        proc.aname[3] exists                                  ~ false
        proc.aname = sshd                                     ~ true
        proc.aname = cat                                      ~ false
        proc.aname != sshd                                    ~ true
        proc.args[0] = -n                                     ~ true
        proc.cmdline = "cat -n /etc/shadow"                   ~ true
        proc.duration >= 5000000000                           ~ true
        proc.is_exe_upper_layer = true                        ~ false
        proc.is_exe_upper_layer = false                       ~ false
        fd.name startswith /etc                               ~ true
        fd.name pmatch (/var, /etc)                           ~ true
        fd.name pmatch (/et)                                  ~ false
        fd.name pmatch (/e*/sha*)                             ~ true
        fd.name glob /e*w                                     ~ true
        fd.directory = /etc                                   ~ true
        fd.filename = shadow                                  ~ true
        fd.typechar = 'f'                                     ~ true
        fd.num >= 0                                           ~ true
        fd.ip = 10.0.0.1                                      ~ false
        fd.ip != 10.0.0.1                                     ~ false
        evt.is_open_read = true                               ~ true
        evt.is_open_write = true                              ~ false
        evt.arg.flags contains O_RDONLY                       ~ true
        evt.arg.name = /etc/shadow                            ~ true
        evt.rawarg.flags = 1                                  ~ true
        evt.res = SUCCESS                                     ~ true
        evt.rawres >= 0                                       ~ true
        user.name = root                                      ~ true
        user.loginuid = -1                                    ~ true
        user.uid = 0                                          ~ true
        container.id = host                                   ~ true
        container.image.repository != x                       ~ false
        toupper(proc.name) = CAT                              ~ true
        len(proc.name) = 3                                    ~ true
        basename(fd.name) = shadow                            ~ true
        concat(proc.pname, "/", proc.name) = bash/cat         ~ true
        join("-", (proc.name, proc.pname)) = cat-bash         ~ true
        proc.name = val(proc.pname)                           ~ false
        proc.name != val(proc.pname)                          ~ true
        proc.name != val(proc.aname[3])                       ~ false
        proc.exepath endswith val(proc.name)                  ~ true
        """)
    void opens(String condition, boolean expected) {
        assertThat(holds(condition, TestEvents.open("/etc/shadow", 1))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        fd.ip = 10.0.0.1                     ~ true
        fd.ip = 192.168.1.2                  ~ true
        fd.ip != 10.0.0.1                    ~ false
        fd.ip != 10.0.0.9                    ~ true
        fd.ip in (1.1.1.1, 10.0.0.1)         ~ true
        fd.net in ("10.0.0.0/8")             ~ true
        fd.net != 10.0.0.0/8                 ~ false
        fd.net = 172.16.0.0/12               ~ false
        fd.snet in ("10.0.0.0/8")            ~ false
        fd.cnet = "10.0.0.0/8"               ~ true
        fd.sip = 192.168.1.2                 ~ true
        fd.sip != ::1                        ~ true
        fd.rip = 192.168.1.2                 ~ true
        fd.lport = 40000                     ~ true
        fd.port = 443                        ~ true
        fd.sport in (80, 443)                ~ true
        fd.l4proto = tcp                     ~ true
        fd.sip.name exists                   ~ false
        evt.rawres = -115                    ~ true
        evt.res = EINPROGRESS                ~ true
        evt.failed = true                    ~ true
        fd.directory exists                  ~ false
        """)
    void connects(String condition, boolean expected) {
        assertThat(holds(condition, TestEvents.connect())).isEqualTo(expected);
    }
}
