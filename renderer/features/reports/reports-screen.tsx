import { useWork } from "#renderer/app/session.tsx";
import { ReportScreen } from "./report-screen.tsx";
import { RollUpScreen } from "./roll-up-screen.tsx";

/** The daily report: a district's own, and for the province's officers that of all districts. */
export function ReportsScreen() {
  const { profile } = useWork();
  return profile.role === "province-officer" ? <RollUpScreen /> : <ReportScreen />;
}
