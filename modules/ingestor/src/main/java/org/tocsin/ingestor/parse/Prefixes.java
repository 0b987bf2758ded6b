package org.tocsin.ingestor.parse;

import java.util.HashMap;
import java.util.Map;

/** The namespace declarations among an element's attributes. */
final class Prefixes {

    private Prefixes() {}

    /** The scope of an element with these attributes; the outer one where it declares nothing. */
    static TreeWriter.Scope declared(Map<String, String> attributes, TreeWriter.Scope outer) {
        Map<String, String> own = null;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            String key = attribute.getKey();
            if (key.equals("xmlns") || key.startsWith("xmlns:")) {
                own = own == null ? new HashMap<>() : own;
                own.put(key.equals("xmlns") ? "" : key.substring(6), attribute.getValue());
            }
        }
        return own == null ? outer : new TreeWriter.Scope(own, outer);
    }
}
