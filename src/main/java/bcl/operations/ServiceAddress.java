package bcl.operations;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * Which service carries commands out, and how we prove that we may ask it.
 *
 * @param uri of its HTTP
 */
record ServiceAddress(URI uri, String token) {
    private static final String URL = "bcl.service.url";
    private static final String TOKEN = "bcl.service.token";
    private static final String TOKEN_FILE = "bcl.service.token-file";
    private static final int LONGEST_TOKEN = 256;

    /**
     * From the command line, or else from the environment.
     *
     * @return null if neither names a service
     * @throws UsageException if what they say is no address or no token
     */
    static @Nullable ServiceAddress of(@Nullable String url, @Nullable Path tokenFile) {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigurationPropertySources.attach(environment);
        Binder settings = Binder.get(environment);
        String named = url != null ? url : text(settings, URL);
        if (named == null) {
            if (tokenFile != null) {
                throw new UsageException("--token-file needs --service, or BCL_SERVICE_URL");
            }
            return null;
        }
        return new ServiceAddress(uri(named), token(settings, tokenFile));
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (Set.of("http", "https").contains(scheme)
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new UsageException(refused(text), e);
        }
        throw new UsageException(refused(text));
    }

    private static String refused(String text) {
        return "The service's address is '" + Printable.of(text)
                + "', but one such as http://127.0.0.1:8080 is expected";
    }

    private static String token(Binder settings, @Nullable Path tokenFile) {
        String configured = text(settings, TOKEN_FILE);
        if (tokenFile != null) {
            return read(tokenFile);
        }
        if (configured != null) {
            return read(Path.of(configured));
        }
        String token = text(settings, TOKEN);
        if (token == null) {
            throw new UsageException("A service needs its token: --token-file FILE, BCL_SERVICE_TOKEN_FILE or"
                    + " BCL_SERVICE_TOKEN. It is in db/api-token of the service's home");
        }
        return checked(token, "BCL_SERVICE_TOKEN");
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > LONGEST_TOKEN + 2) {
                throw new UsageException(file + " holds no token");
            }
            return checked(Files.readString(file, StandardCharsets.ISO_8859_1).strip(), file.toString());
        } catch (NoSuchFileException e) {
            throw new UsageException("There is no token file " + file, e);
        } catch (IOException e) {
            throw new UsageException(
                    "The token file " + file + " cannot be read: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    private static String checked(String token, String from) {
        if (!ApiToken.isToken(token)) {
            throw new UsageException(from + " holds no token");
        }
        return token;
    }

    private static @Nullable String text(Binder settings, String key) {
        return settings.bind(key, String.class)
                .map(String::strip)
                .map(text -> text.isEmpty() ? null : text)
                .orElse(null);
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
