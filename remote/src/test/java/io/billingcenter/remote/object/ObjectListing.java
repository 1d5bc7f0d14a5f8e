package io.billingcenter.remote.object;

import io.billingcenter.remote.object.ObjectTestServer.Stored;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/** The answer of a store to a request for its keys (version 2): in pages, after a key, with common prefixes. */
final class ObjectListing {

    private static final String LARGEST_PAGE = "1000";

    private ObjectListing() {}

    static String xml(NavigableMap<String, Stored> objects, Map<String, String> query) {
        String prefix = query.getOrDefault("prefix", "");
        String delimiter = query.getOrDefault("delimiter", "");
        int most = Integer.parseInt(query.getOrDefault("max-keys", LARGEST_PAGE));
        String after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
        StringBuilder contents = new StringBuilder();
        Set<String> common = new LinkedHashSet<>();
        int found = 0;
        String last = "";
        boolean more = false;
        for (Map.Entry<String, Stored> object : objects.tailMap(prefix).entrySet()) {
            String key = object.getKey();
            if (!key.startsWith(prefix)) {
                break;
            }
            int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            String shown = end < 0 ? key : key.substring(0, end + 1);
            // A token is the last key or common prefix of the page before.
            if (shown.compareTo(after) <= 0 || common.contains(shown)) {
                continue;
            }
            if (found == most) {
                more = true;
                break;
            }
            found++;
            last = shown;
            if (end < 0) {
                contents.append(content(key, object.getValue()));
            } else {
                common.add(shown);
            }
        }
        StringBuilder xml = new StringBuilder(
                "<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>" + more + "</IsTruncated>");
        if (more) {
            xml.append("<NextContinuationToken>").append(escaped(last)).append("</NextContinuationToken>");
        }
        xml.append(contents);
        common.forEach(folder ->
                xml.append("<CommonPrefixes><Prefix>").append(encoded(folder)).append("</Prefix></CommonPrefixes>"));
        return xml.append("</ListBucketResult>").toString();
    }

    private static String content(String key, Stored stored) {
        return "<Contents><Key>" + encoded(key) + "</Key><ETag>&quot;" + stored.etag() + "&quot;</ETag><Size>"
                + stored.content().length
                + "</Size><LastModified>2026-12-01T00:00:00.000Z</LastModified></Contents>";
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
