package org.drydock.policy;

import java.time.Instant;

/**
 * What decisions about findings rest on, beside the findings.
 *
 * @param now the time of the decision
 * @param versions how versions are ordered
 * @param baseLayers how many layers, from the first on, are those of the base image; 0 if that is not known
 */
public record Circumstances(Instant now, VersionOrder versions, int baseLayers) {}
