package io.inkstream.outbound;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Fills in the links of a notice: {@code {link:approve}} becomes {@code <base>/a/<token>}, where token =
 * base64url(HMAC-SHA256(key, commandId|action)). The same command always gets the same links, also on a retry.
 */
public final class ActionLinks {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{link:([a-z][a-z0-9-]{0,39})}");
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final String prefix;

    public ActionLinks(Secret key, URI baseUrl) {
        this.key = new SecretKeySpec(key.value().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        var base = baseUrl.toString();
        this.prefix = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/a/";
    }

    /** The text with every placeholder replaced. */
    public String fillIn(String text, String commandId) {
        return text.contains("{link:") ? PLACEHOLDER.matcher(text).replaceAll(match -> link(match, commandId)) : text;
    }

    /** What opens the action; the projector keeps only its SHA-256. */
    public String token(String commandId, String action) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var hash = mac.doFinal((commandId + "|" + action).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private String link(MatchResult placeholder, String commandId) {
        return Matcher.quoteReplacement(prefix + token(commandId, placeholder.group(1)));
    }
}
