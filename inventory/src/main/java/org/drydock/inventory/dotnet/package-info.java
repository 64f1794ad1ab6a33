/** .NET packages: deployed with applications, and restored or pinned by projects. */
@NullMarked
package org.drydock.inventory.dotnet;

import org.jspecify.annotations.NullMarked;
