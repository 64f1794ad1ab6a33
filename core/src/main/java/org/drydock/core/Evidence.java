package org.drydock.core;

/**
 * Why a finding stands: one step of its proof, readable by itself.
 *
 * @param what the kind of step, for example {@code advisory}, {@code range}, {@code comparison}
 * @param text the step, in one line
 */
public record Evidence(String what, String text) {}
