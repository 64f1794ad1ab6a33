package org.drydock.vuln.cvss;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** The metrics of one CVSS version, in the order of its specification, with the values that each may have. */
final class Metrics {
    private static final Metrics V2 = new Metrics(
            "ND",
            "AV=L,A,N AC=H,M,L Au=M,S,N C=N,P,C I=N,P,C A=N,P,C",
            "E=ND,U,POC,F,H RL=ND,OF,TF,W,U RC=ND,UC,UR,C CDP=ND,N,L,LM,MH,H TD=ND,N,L,M,H CR=ND,L,M,H IR=ND,L,M,H"
                    + " AR=ND,L,M,H");

    private static final Metrics V3 = new Metrics(
            "X",
            "AV=N,A,L,P AC=L,H PR=N,L,H UI=N,R S=U,C C=H,L,N I=H,L,N A=H,L,N",
            "E=X,U,P,F,H RL=X,O,T,W,U RC=X,U,R,C CR=X,L,M,H IR=X,L,M,H AR=X,L,M,H MAV=X,N,A,L,P MAC=X,L,H MPR=X,N,L,H"
                    + " MUI=X,N,R MS=X,U,C MC=X,H,L,N MI=X,H,L,N MA=X,H,L,N");

    private static final Metrics V4 = new Metrics(
            "X",
            "AV=N,A,L,P AC=L,H AT=N,P PR=N,L,H UI=N,P,A VC=H,L,N VI=H,L,N VA=H,L,N SC=H,L,N SI=H,L,N SA=H,L,N",
            "E=X,A,P,U CR=X,H,M,L IR=X,H,M,L AR=X,H,M,L MAV=X,N,A,L,P MAC=X,L,H MAT=X,N,P MPR=X,N,L,H MUI=X,N,P,A"
                    + " MVC=X,H,L,N MVI=X,H,L,N MVA=X,H,L,N MSC=X,H,L,N MSI=X,S,H,L,N MSA=X,S,H,L,N S=X,N,P AU=X,N,Y"
                    + " R=X,A,U,I V=X,D,C RE=X,L,M,H U=X,Clear,Green,Amber,Red");

    private final String notDefined;
    private final List<String> base;
    private final Map<String, Set<String>> values;

    private Metrics(String notDefined, String base, String others) {
        this.notDefined = notDefined;
        this.values = new LinkedHashMap<>();
        this.base = List.copyOf(declare(base));
        declare(others);
    }

    static Metrics of(Cvss.Version version) {
        return switch (version) {
            case V2 -> V2;
            case V3_0, V3_1 -> V3;
            case V4_0 -> V4;
        };
    }

    private List<String> declare(String table) {
        List<String> names = new ArrayList<>();
        for (String row : table.split(" ", -1)) {
            int equals = row.indexOf('=');
            String name = row.substring(0, equals);
            values.put(name, Set.of(row.substring(equals + 1).split(",", -1)));
            names.add(name);
        }
        return names;
    }

    /** The values by metric; empty unless each metric is known, stands once, and all base metrics are there. */
    Optional<Map<String, String>> read(String text) {
        Map<String, String> read = new HashMap<>();
        for (String metric : text.split("/", -1)) {
            int colon = metric.indexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            String name = metric.substring(0, colon);
            String value = metric.substring(colon + 1);
            if (!values.getOrDefault(name, Set.of()).contains(value) || read.put(name, value) != null) {
                return Optional.empty();
            }
        }
        return read.keySet().containsAll(base) ? Optional.of(read) : Optional.empty();
    }

    /** The base metrics in order. */
    String base(Map<String, String> read) {
        return join(base, read);
    }

    /** All metrics that say something, in order. */
    String all(Map<String, String> read) {
        return join(values.keySet(), read);
    }

    private String join(Iterable<String> names, Map<String, String> read) {
        StringJoiner joined = new StringJoiner("/");
        for (String name : names) {
            String value = read.getOrDefault(name, notDefined);
            if (!value.equals(notDefined)) {
                joined.add(name + ":" + value);
            }
        }
        return joined.toString();
    }
}
