package org.drydock.inventory.ruby;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Listed;
import org.junit.jupiter.api.Test;

class RubyTest {
    private static final String FOLDER = "var/lib/gems/3.1.0/specifications/";

    @Test
    void theStubLineTellsNameVersionAndPlatform() {
        assertThat(Listed.by(new GemspecCataloger(), FOLDER + "nokogiri-1.15.0-x86_64-linux.gemspec", """
            # -*- encoding: utf-8 -*-
            # stub: nokogiri 1.15.0 x86_64-linux lib

            Gem::Specification.new do |s|
              s.name = "other".freeze
              s.licenses = ["MIT".freeze, "Apache-2.0".freeze]
            end
            """))
                .containsExactly("nokogiri 1.15.0 (x86_64-linux) [Apache-2.0] [MIT]");
    }

    @Test
    void withoutItAttributesDo() {
        assertThat(Listed.by(new GemspecCataloger(), FOLDER + "default/rake-13.0.6.gemspec", """
            Gem::Specification.new do |s|
              s.name = "rake".freeze
              s.version = "13.0.6"
              s.license = "MIT"
            """))
                .containsExactly("rake 13.0.6 [MIT]");
    }

    @Test
    void aSpecificationThatComputesItsNameIsTold() {
        Cataloged said = Cataloged.by(new GemspecCataloger(), FOLDER + "a.gemspec", "s.name = NAME\ns.version = V\n");
        assertThat(said.packages()).isEmpty();
        assertThat(said.diagnostics()).containsExactly("NOT_EXAMINED malformed-package-list");
    }

    @Test
    void bundlerLocksGemsWithWhatTheyNeed() {
        Cataloged said = Cataloged.by(new GemfileLockCataloger(), "Gemfile.lock", """
            PATH
              remote: .
              specs:
                mine (0.1.0)
                  rails

            GIT
              remote: https://example.org/x.git
              specs:
                forked (2.0.0)

            GEM
              remote: https://example.org/
              specs:
                nokogiri (1.15.0-x86_64-linux)
                  racc (~> 1.4)
                nokogiri (1.15.0-arm64-darwin)
                  racc (~> 1.4)
                racc (1.7.0)
                broken

            PLATFORMS
              ruby

            DEPENDENCIES
              nokogiri (= 1.15.0)

            BUNDLED WITH
               2.4.1
            """);
        assertThat(Listed.of(said)).containsExactly("forked 2.0.0", "nokogiri 1.15.0 > racc 1.7.0", "racc 1.7.0");
        assertThat(said.diagnostics()).containsExactly("NOT_EXAMINED malformed-package-list:20");
    }
}
