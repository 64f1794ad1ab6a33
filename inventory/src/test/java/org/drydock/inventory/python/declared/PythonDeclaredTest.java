package org.drydock.inventory.python.declared;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Listed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonDeclaredTest {
    @Test
    void requirementsArePackagesWherePinned() {
        Cataloged said = Cataloged.by(new RequirementsCataloger(), "app/requirements.txt", """
            # pinned
            Flask==3.0.0 \\
                --hash=sha256:aa \\
                --hash=sha256:bb
            requests[socks] == 2.31.0 ; python_version >= "3.8"  # why
            odd===1.0-x
            loose>=1.0
            star==1.*
            pkg @ https://example.org/pkg.zip
            -e ./mine
            -r common.txt
            -r requirements-more.txt
            --index-url https://example.org/simple
            """);
        assertThat(Listed.of(said)).containsExactly("Flask 3.0.0", "requests 2.31.0", "odd 1.0-x");
        assertThat(said.diagnostics()).hasSize(5).allMatch(d -> d.equals("NOTE package-left-out"));
    }

    @ParameterizedTest
    @CsvSource({
        "app/requirements-dev.txt, a 1.0 dev",
        "app/test-requirements.txt, a 1.0 dev",
        "app/requirements/base.txt, a 1.0",
        "app/requirements/dev.txt, a 1.0 dev",
    })
    void theNameSaysWhetherForDevelopment(String path, String listed) {
        assertThat(Listed.by(new RequirementsCataloger(), path, "a==1.0")).containsExactly(listed);
    }

    @Test
    void pipenvHasTwoGroups() {
        assertThat(Listed.by(new PythonLockCataloger(), "Pipfile.lock", """
            {"_meta":{"hash":{}},"default":{"a":{"version":"==1.0"},"git":{"ref":"x"}},
             "develop":{"b":{"version":"==2.0"}}}\
            """)).containsExactly("a 1.0", "b 2.0 dev");
    }

    @Test
    void poetryAndPdmHaveGroups() {
        assertThat(Listed.by(new PythonLockCataloger(), "poetry.lock", """
            [[package]]
            name = "A.b"
            version = "1.0"
            groups = ["main", "dev"]
            [package.dependencies]
            old = ">=1"

            [[package]]
            name = "old"
            version = "2.0"
            category = "main"
            dependencies = ["a-b>=1", "absent"]

            [[package]]
            name = "t"
            version = "3.0"
            groups = ["dev"]

            [[package]]
            name = "u"
            version = "4.0"
            category = "dev"
            """))
                .containsExactly("A.b 1.0 > old 2.0", "old 2.0 > A.b 1.0", "t 3.0 dev", "u 4.0 dev");
    }

    @Test
    void ofUvWhatTheProjectDoesNotNeedToRunIsForDevelopment() {
        assertThat(Listed.by(new PythonLockCataloger(), "uv.lock", """
            version = 1
            [[package]]
            name = "app"
            version = "0.1"
            source = { virtual = "." }
            dependencies = [{ name = "a" }]
            [package.dev-dependencies]
            dev = [{ name = "t" }]

            [[package]]
            name = "a"
            version = "1.0"
            source = { registry = "https://example.org/simple" }
            dependencies = [{ name = "b", version = "2.0" }]

            [[package]]
            name = "b"
            version = "1.0"

            [[package]]
            name = "b"
            version = "2.0"

            [[package]]
            name = "t"
            version = "1.0"
            """))
                .containsExactly("a 1.0 > b 2.0", "b 1.0 dev", "b 2.0", "t 1.0 dev");
    }

    @Test
    void theCommonLockFileIsKnownByItsName() {
        Cataloged said = Cataloged.by(new PythonLockCataloger(), "pylock.web.toml", """
            lock-version = "1.0"
            [[packages]]
            name = "a"
            version = "1.0"
            dependencies = [{ name = "b" }]
            [[packages]]
            name = "b"
            version = "2.0"
            [[packages]]
            name = "mine"
            directory = { path = "." }
            """);
        assertThat(Listed.of(said)).containsExactly("a 1.0 > b 2.0", "b 2.0");
        assertThat(said.diagnostics()).containsExactly("NOTE package-left-out");
    }

    @Test
    void setupFilesAreReadAndNotRun() {
        assertThat(Listed.by(new SetupCataloger(), "setup.cfg", """
            [metadata]
            install_requires = no==1
            [options]
            packages = x
            install_requires =
                a==1.0
                b>=2
            python_requires = >=3
            """)).containsExactly("a 1.0");
        assertThat(Listed.by(new SetupCataloger(), "setup.py", """
            setup(name="x", install_requires=["a==1.0", # no "z==9"
                'b == 2.0; python_version > "3"'], extras=["c==3"])
            """)).containsExactly("a 1.0", "b 2.0");
        assertThat(Listed.by(new SetupCataloger(), "setup.py", "setup(install_requires=read(), y=['a==1'])"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        poetry.lock  | [[package]
        uv.lock      | a = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
        Pipfile.lock | {
        """)
    void brokenFilesAreTold(String name, String text) {
        assertThat(Cataloged.by(new PythonLockCataloger(), name, text).diagnostics())
                .containsExactly("NOT_EXAMINED malformed-package-list");
    }
}
