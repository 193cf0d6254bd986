import { useEffect } from "react";
import { Route as RouteAt, Router, Switch } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { CopiedProfile } from "#renderer/app/copied-profile.tsx";
import { NotFoundScreen } from "#renderer/app/not-found-screen.tsx";
import { RuleNews } from "#renderer/app/rule-news.tsx";
import { routes } from "#renderer/app/routes.tsx";
import { useSession } from "#renderer/app/session.tsx";
import { Shell } from "#renderer/app/shell.tsx";
import { useLanguage, useWords } from "#renderer/app/words.tsx";
import { WelcomeScreen } from "#renderer/features/welcome/welcome-screen.tsx";
import "./app.css";

/** The whole app: the first run's questions until they are answered, then the shell with the screen of the address. */
export function App() {
  const { profile } = useSession();
  const words = useWords();
  const { language } = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.common.product;
  }, [language, words]);
  return (
    <Router hook={useHashLocation}>
      {profile ? (
        <Shell profile={profile}>
          <RuleNews />
          <CopiedProfile />
          <Switch>
            {routes.map(({ path, Screen }) => (
              <RouteAt key={path} path={path}>
                <Screen />
              </RouteAt>
            ))}
            <RouteAt>
              <NotFoundScreen />
            </RouteAt>
          </Switch>
        </Shell>
      ) : (
        <WelcomeScreen />
      )}
    </Router>
  );
}
