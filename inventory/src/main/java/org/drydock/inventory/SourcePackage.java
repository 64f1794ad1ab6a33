package org.drydock.inventory;

/**
 * What a binary package was built from.
 *
 * @param name the source package's name (Debian {@code Source}, apk origin, name part of rpm's {@code SOURCERPM})
 * @param version the source package's own version, which may differ from the binary's (binNMU, split versions); rpm's
 *     has no epoch
 */
public record SourcePackage(String name, String version) {}
