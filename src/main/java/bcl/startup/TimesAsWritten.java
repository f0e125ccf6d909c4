package bcl.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;

/**
 * Gives the times of the window as they are written: without quotes YAML reads 11:40 as a number to base 60, and so 700 would be the
 * same time.
 */
final class TimesAsWritten extends AbstractBindHandler {
    private static final ConfigurationPropertyName WINDOW = ConfigurationPropertyName.of("bcl.window");
    private static final Pattern WRITTEN = Pattern.compile("[0-9][0-9:_]*");

    TimesAsWritten(BindHandler parent) {
        super(parent);
    }

    @Override
    public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        ConfigurationProperty property = context.getConfigurationProperty();
        if (WINDOW.isParentOf(name)
                && property != null
                && property.getValue() instanceof Number
                && property.getOrigin() instanceof PropertySourceOrigin source
                && source.getOrigin() instanceof TextResourceOrigin origin) {
            return written(origin).<Object>map(text -> text).orElse(result);
        }
        return super.onSuccess(name, target, context, result);
    }

    private static Optional<String> written(TextResourceOrigin origin) {
        TextResourceOrigin.Location location = origin.getLocation();
        if (origin.getResource() == null || location == null) {
            return Optional.empty();
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(origin.getResource().getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(location.getLine())
                    .findFirst()
                    .map(line ->
                            WRITTEN.matcher(line).region(Math.min(location.getColumn(), line.length()), line.length()))
                    .filter(Matcher::lookingAt)
                    .map(Matcher::group);
        } catch (IOException e) {
            return Optional.empty(); // gone since it was read: then the number is refused as it is
        }
    }
}
