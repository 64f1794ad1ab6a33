/** Drydock's own report in JSON, the one that tells everything; {@code docs/json.md} describes it. */
@NullMarked
package org.drydock.report.json;

import org.jspecify.annotations.NullMarked;
