package org.drydock.runtime.rules;

import java.util.ArrayList;
import java.util.List;
import org.drydock.runtime.filter.Place;

/** The way to something in a rule file, for messages. */
record Context(String file, String content, List<Location> locations) {
    private static final int SNIPPET = 160;

    static Context of(String file, String content) {
        return new Context(file, content, List.of(new Location("rules content", "", file, 0, 0, 0)));
    }

    Context to(String itemType, String itemName, YamlNode node) {
        YamlNode.Mark mark = node.mark();
        return with(new Location(itemType, itemName, file, mark.line(), mark.column(), mark.offset()));
    }

    private Context with(Location location) {
        List<Location> all = new ArrayList<>(locations);
        all.add(location);
        return new Context(file, content, all);
    }

    /** Within the text of a condition. */
    Context within(String condition, Place place) {
        List<Location> all = new ArrayList<>(locations);
        all.add(new Location("condition expression", condition, "", place.line(), place.column(), place.offset()));
        return new Context(file, condition, all);
    }

    LoadIssue issue(IssueCode code, String message) {
        return new LoadIssue(code, message, locations, snippet());
    }

    LoadException error(IssueCode code, String message) {
        return new LoadException(issue(code, message));
    }

    private String snippet() {
        int offset = Math.clamp(locations.getLast().offset(), 0, content.length());
        int lineStart = content.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
        int from = Math.max(Math.min(lineStart, offset), offset - SNIPPET / 2);
        return content.substring(from, Math.min(content.length(), from + SNIPPET));
    }
}
