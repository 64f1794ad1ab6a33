package org.drydock.core;

/** A finding that is set aside, and why. */
public record SuppressedFinding(Finding finding, Suppression suppression) {}
