package org.drydock.vuln.feed.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.feed.RecordingSink;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LifecycleParsersTest {
    @Test
    void readsDebianReleases() {
        RecordingSink sink = RecordingSink.of(new DistroInfoParser(), """
            version,codename,series,created,release,eol,eol-lts,eol-elts
            10,Buster,buster,2017-06-17,2019-07-06,2022-09-10,2024-06-30,2029-06-30
            13,Trixie,trixie,2023-06-10,2025-08-09,2028-08-09
            14,Forky,forky,2025-08-09
            ,Sid,sid,1993-08-16
            9,Stretch,stretch,2015-04-25,2017-06-17,soon
            """);

        assertThat(sink.sources).containsExactly("distro-info/debian");
        assertThat(sink.endsOfLife)
                .containsExactly(
                        new EndOfLife("debian", "10", "2022-09-10", "2029-06-30"),
                        new EndOfLife("debian", "13", "2028-08-09", ""));
        assertThat(sink.codes()).containsExactly("distro-info-line-unreadable");
    }

    @Test
    void readsUbuntuReleases() {
        RecordingSink sink = RecordingSink.of(new DistroInfoParser(), """
            version,codename,series,created,release,eol,eol-server,eol-esm,eol-legacy
            16.04 LTS,Xenial Xerus,xenial,2015-10-21,2016-04-21,2021-04-30,2021-04-30,2026-04-23,2031-04-23
            6.06 LTS,Dapper Drake,dapper,2005-10-12,2006-06-01,2009-07-14,2011-06-01
            """);

        assertThat(sink.sources).containsExactly("distro-info/ubuntu");
        assertThat(sink.endsOfLife)
                .containsExactly(
                        new EndOfLife("ubuntu", "16.04", "2021-04-30", "2031-04-23"),
                        new EndOfLife("ubuntu", "6.06", "2011-06-01", ""));
    }

    @ParameterizedTest
    @CsvSource({"debian.csv, debian, 10, 2022-09-10", "ubuntu.csv, ubuntu, 18.04, 2023-05-31"})
    void readsTheTablesOfThisSystem(String file, String product, String release, String ends) throws IOException {
        Path table = Path.of("/usr/share/distro-info", file);
        Assumptions.assumeTrue(Files.exists(table), "the package distro-info-data is not installed");
        RecordingSink sink = RecordingSink.of(new DistroInfoParser(), Files.readString(table));

        assertThat(sink.sources).containsExactly("distro-info/" + product);
        assertThat(sink.endsOfLife).hasSizeGreaterThan(15).anySatisfy(entry -> {
            assertThat(entry.release()).isEqualTo(release);
            assertThat(entry.endOfSupport()).isEqualTo(ends);
        });
        assertThat(sink.diagnostics).isEmpty();
    }

    @Test
    void readsEndOfLifeDates() {
        RecordingSink one = RecordingSink.of(new EndOfLifeParser(), """
            {'schema_version':'1.2.0','result':{'name':'alpine-linux','aliases':['alpine'],'releases':[
              {'name':'3.19','isEol':true,'eolFrom':'2025-11-01','eoesFrom':null},
              {'name':'3.20','isEol':false,'eolFrom':'2026-04-01','eoesFrom':'2027-04-01'},
              {'name':'edge','isEol':false,'eolFrom':null},
              {'name':'2.1','isEol':true,'eolFrom':null},
              {'name':'x','eolFrom':'never'}]}}\
            """);
        RecordingSink all = RecordingSink.of(new EndOfLifeParser(), """
            {'schema_version':'1.2.0','total':1,'result':[{'name':'nodejs','releases':[
              {'name':'18','isEol':true,'eolFrom':'2025-04-30'}]},{'releases':[]}]}\
            """);

        assertThat(one.sources).containsExactly("endoflife/alpine-linux");
        assertThat(one.endsOfLife)
                .containsExactly(
                        new EndOfLife("alpine", "3.19", "2025-11-01", ""),
                        new EndOfLife("alpine", "3.20", "2026-04-01", "2027-04-01"));
        assertThat(one.codes()).containsExactly("endoflife-date-missing", "endoflife-release-unreadable");
        assertThat(all.sources).containsExactly("endoflife");
        assertThat(all.endsOfLife).containsExactly(new EndOfLife("nodejs", "18", "2025-04-30", ""));
        assertThat(all.codes()).containsExactly("endoflife-product-unreadable");
    }
}
