package org.drydock.inventory.text;

import java.util.List;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Cataloger;

/** What a lock file says, as texts: {@code name version}, with {@code dev}, {@code > needs} and licences behind it. */
public final class Listed {
    private Listed() {}

    public static List<String> by(Cataloger cataloger, String path, String content) {
        return of(Cataloged.by(cataloger, path, content));
    }

    public static List<String> of(Cataloged said) {
        return said.packages().stream().map(Listed::text).toList();
    }

    private static String text(CatalogedPackage found) {
        StringBuilder text = new StringBuilder(found.name() + " " + found.version());
        if (!found.architecture().isEmpty()) {
            text.append(" (").append(found.architecture()).append(')');
        }
        if (found.development()) {
            text.append(" dev");
        }
        found.dependencies()
                .forEach(d -> text.append(" > ").append(d.name()).append(' ').append(d.version()));
        found.licenses().forEach(license -> text.append(" [").append(license).append(']'));
        return text.toString();
    }
}
