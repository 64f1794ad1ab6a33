package org.drydock.inventory.beam;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Listed;
import org.junit.jupiter.api.Test;

class HexLockCatalogerTest {
    @Test
    void mixLocksOnePackageALine() {
        Cataloged said = Cataloged.by(new HexLockCataloger(), "mix.lock", """
            %{
              "phoenix": {:hex, :phoenix, "1.7.10", "aa", [:mix], [{:plug, "~> 1.14", [hex: :plug, repo: "hexpm"]}, {:jason, "~> 1.0", [hex: :jason, optional: true]}], "hexpm", "bb"},
              "plug": {:hex, :plug, "1.15.2", "aa", [:mix], [], "hexpm", "bb"},
              "forked": {:git, "https://example.org/forked.git", "abc", []},
              "cut": {:hex, :cut
            }
            """);
        assertThat(Listed.of(said)).containsExactly("phoenix 1.7.10 > plug 1.15.2", "plug 1.15.2");
        assertThat(said.diagnostics())
                .containsExactly("NOTE package-left-out", "NOT_EXAMINED malformed-package-list:5");
    }

    @Test
    void rebarLocksOnePackageALine() {
        Cataloged said = Cataloged.by(new HexLockCataloger(), "rebar.lock", """
            {"1.2.0",
            [{<<"cowboy">>,{pkg,<<"cowboy">>,<<"2.10.0">>},0},
             {<<"alias">>,{pkg,<<"ranch">>,<<"1.8.0">>},1},
             {<<"forked">>,{git,"https://example.org/forked.git",{ref,"abc"}},0}]}.
            [
            {pkg_hash,[
             {<<"cowboy">>, <<"FF">>}]}
            ].
            """);
        assertThat(Listed.of(said)).containsExactly("cowboy 2.10.0", "ranch 1.8.0");
        assertThat(said.diagnostics()).containsExactly("NOTE package-left-out");
    }
}
