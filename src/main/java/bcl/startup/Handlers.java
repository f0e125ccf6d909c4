package bcl.startup;

import bcl.commands.Engine;
import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.HomeRequest;
import bcl.commands.Session;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All handlers of the context, by the class of request that they carry out. */
@Component
final class Handlers implements Engine {
    private final ObjectProvider<Handler<?>> found;

    Handlers(ObjectProvider<Handler<?>> found) {
        this.found = found;
    }

    @Override
    public ExitCode handle(HomeRequest request, Session session) {
        return carryOut(request, session);
    }

    /** Nothing to close: the context closes what it made. */
    @Override
    public void close() {}

    private <R extends HomeRequest> ExitCode carryOut(R request, Session session) {
        Map<Class<? extends HomeRequest>, Handler<?>> handlers =
                found.stream().collect(Collectors.toUnmodifiableMap(Handler::handles, Function.identity()));
        @SuppressWarnings("unchecked") // filed under the class that it handles
        Handler<R> handler = (Handler<R>) handlers.get(request.getClass());
        if (handler == null) {
            throw new IllegalStateException(
                    "No handler for " + request.getClass().getSimpleName());
        }
        return handler.handle(request, session);
    }
}
