/** OpenVEX: what is decided about findings, as statements for others. */
@NullMarked
package org.drydock.report.openvex;

import org.jspecify.annotations.NullMarked;
