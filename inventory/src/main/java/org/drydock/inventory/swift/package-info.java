/** Packages for Apple's platforms, locked by the Swift package manager and by CocoaPods. */
@NullMarked
package org.drydock.inventory.swift;

import org.jspecify.annotations.NullMarked;
