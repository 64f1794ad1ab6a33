/** Packages of the Erlang virtual machine, locked by Mix and Rebar. */
@NullMarked
package org.drydock.inventory.beam;

import org.jspecify.annotations.NullMarked;
