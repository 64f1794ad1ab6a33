/** Lists of packages that others have made, read as inventories: CycloneDX, SPDX, syft's JSON, package URLs. */
@NullMarked
package org.drydock.inventory.sbom;

import org.jspecify.annotations.NullMarked;
