package org.drydock.vuln.feed.threat;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.feed.RecordingSink;
import org.junit.jupiter.api.Test;

final class KevParserTest {
    @Test
    void readsTheCatalogue() {
        RecordingSink sink = RecordingSink.of(new KevParser(), """
                {'title':'t','catalogVersion':'2025.01.01','vulnerabilities':[
                  {'cveID':'CVE-2021-44228','dateAdded':'2021-12-10','knownRansomwareCampaignUse':'Known'},
                  {'cveID':'CVE-2021-1','dateAdded':'2021-12-11','knownRansomwareCampaignUse':'Unknown'},
                  {'dateAdded':'2021-12-11'}]}""");

        assertThat(sink.sources).containsExactly("kev");
        assertThat(sink.knownExploited)
                .containsExactly(
                        new KnownExploited("CVE-2021-44228", "2021-12-10", true),
                        new KnownExploited("CVE-2021-1", "2021-12-11", false));
        assertThat(sink.codes()).containsExactly("kev-entry-unreadable");
    }
}
