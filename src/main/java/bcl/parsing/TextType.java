package bcl.parsing;

import bcl.wire.Reason;
import java.util.Properties;
import java.util.Set;
import org.beanio.types.ConfigurableTypeHandler;
import org.beanio.types.TypeHandler;

/** Domain T; with a {@code format} of alternatives, one of them (REC00007). Immutable; made by BeanIO. */
public final class TextType extends TextForm implements ConfigurableTypeHandler {
    private final Set<String> alternatives;

    public TextType() {
        this(Set.of());
    }

    private TextType(Set<String> alternatives) {
        super(Reason.REC00007);
        this.alternatives = alternatives;
    }

    @Override
    public TypeHandler newInstance(Properties properties) {
        return new TextType(Set.of(properties.getProperty(FORMAT_SETTING).split("\\|", -1)));
    }

    @Override
    boolean fits(String text) {
        return alternatives.isEmpty() || alternatives.contains(text);
    }
}
