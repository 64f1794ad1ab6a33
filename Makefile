# What each target does: make help. Maven does the work; ./mvnw finds JDK 25.
MVN := ./mvnw -B -ntp
SCRIPTS := drydock mvnw .ci/run $(shell find dist docs e2e -name '*.sh' -not -path '*/target/*' 2>/dev/null) dist/src/sh/drydock

.PHONY: help build test lint shellcheck format fuzz bench dist image e2e clean

help: ## this list
	@sed -n 's/^\([a-z0-9]*\):.*## /\1\t/p' Makefile | expand -t 12

build: ## compile and lay out dist/target/app, without tests
	$(MVN) package -Dmaven.test.skip=true -DskipTests

test: ## all tests, format check included: what CI runs
	$(MVN) verify

lint: ## format, Error Prone, NullAway and shellcheck; nothing is run
	$(MVN) verify -DskipTests
	$(MAKE) -s shellcheck

shellcheck: ## the shell scripts alone
	shellcheck -x $(SCRIPTS)

format: ## put the Java sources into the house's format
	$(MVN) spotless:apply

fuzz: ## every @FuzzTest for FUZZ_SECONDS each (60); MODULES="inventory vuln" for some
	sh dist/src/sh/fuzz.sh $(MODULES)

bench: ## start-up against an empty JVM, whole scans, JMH: ratios, best on a quiet machine
	sh dist/src/sh/bench.sh

dist: ## dist/target/drydock-VERSION-OS-ARCH.tar.gz, with its own Java
	$(MVN) -pl dist -am package -Dmaven.test.skip=true -DskipTests
	sh dist/src/sh/make-archive.sh dist/target

image: dist ## dist/target/drydock-image.tar, a container image (on Debian)
	sh dist/src/sh/make-image.sh dist/target

e2e: ## the shipped forms, the README's commands and e2e/run.sh, as a user would run them
	sh dist/src/test/sh/readme-test.sh
	if [ -f dist/target/drydock-image.tar ]; then sh dist/src/test/sh/image-test.sh; fi
	if ls dist/target/drydock-*.tar.gz >/dev/null 2>&1; then sh dist/src/test/sh/archive-test.sh; fi
	if [ -x e2e/run.sh ]; then e2e/run.sh; fi
	e2e/ecosystems.sh

clean: ## remove what the build made
	$(MVN) clean
