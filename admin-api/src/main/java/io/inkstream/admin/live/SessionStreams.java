package io.inkstream.admin.live;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.util.WebUtils;

/**
 * The streams that were opened in one login session. They end with it, by logout or by time: who may no longer ask must not
 * go on hearing. The container calls {@link #valueUnbound} for every kind of end.
 */
final class SessionStreams implements HttpSessionBindingListener {
    private static final String ATTRIBUTE = SessionStreams.class.getName();

    private final Set<Viewer> viewers = new HashSet<>();
    private boolean ended;

    /** Those of this session; the first stream makes them. */
    static SessionStreams of(HttpSession session) {
        synchronized (WebUtils.getSessionMutex(session)) { // two streams may be the first at the same time
            if (session.getAttribute(ATTRIBUTE) instanceof SessionStreams streams) {
                return streams;
            }
            var streams = new SessionStreams();
            session.setAttribute(ATTRIBUTE, streams);
            return streams;
        }
    }

    synchronized void add(Viewer viewer) {
        if (ended) {
            viewer.dismiss(); // the session ended between its check and here
        } else {
            viewers.add(viewer);
        }
    }

    synchronized void remove(Viewer viewer) {
        viewers.remove(viewer);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        end().forEach(Viewer::dismiss);
    }

    private synchronized List<Viewer> end() {
        ended = true;
        var all = List.copyOf(viewers);
        viewers.clear();
        return all;
    }
}
