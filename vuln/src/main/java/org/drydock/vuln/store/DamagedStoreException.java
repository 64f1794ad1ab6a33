package org.drydock.vuln.store;

/** A file of an advisory store is not as it was written. What it held must be imported again. */
public final class DamagedStoreException extends StoreException {
    private static final long serialVersionUID = 1L;

    /**
     * @param file which file
     * @param what what shows the damage
     */
    public DamagedStoreException(String file, String what) {
        super("advisory store: " + file + " is damaged: " + what
                + "; import its feed again with \"drydock db import\" (or delete the store's folder and import anew)");
    }
}
