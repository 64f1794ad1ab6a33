package org.drydock.vuln;

/**
 * When a release of a distribution or a product stops to be mended.
 *
 * @param product lower case, for example {@code debian}, {@code almalinux}, {@code nodejs}
 * @param release as the product counts its releases, for example {@code 12}, {@code 3.19}, {@code 22.04}
 * @param endOfSupport the last day of support for everybody, {@code YYYY-MM-DD}; empty if it is not known
 * @param endOfExtendedSupport the last day of support that is paid for or given by others, {@code YYYY-MM-DD}; empty if
 *     there is none or it is not known
 */
public record EndOfLife(String product, String release, String endOfSupport, String endOfExtendedSupport) {}
