/**
 * Reads the databases in which rpm keeps what it has installed: SQLite, SUSE's ndb and Berkeley DB, each through a small
 * reader of its own that expects damage and hostility.
 */
@NullMarked
package org.drydock.inventory.rpm;

import org.jspecify.annotations.NullMarked;
