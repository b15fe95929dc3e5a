import Diagnostics
import Language
import Site
import Testing

@testable import SiteGen

@Suite("The account of a build")
struct BuildAccountTests {
  private func outcome(_ change: (inout OutputSummary) -> Void = { _ in }) -> SiteBuild.Outcome {
    var outcome = SiteBuild.Outcome(report: Report())
    outcome.pages = 1234
    outcome.copies = 1
    var output = OutputSummary()
    change(&output)
    outcome.output = output
    outcome.times = [
      (.loading, .milliseconds(104)), (.assembling, .milliseconds(10)), (.rendering, .milliseconds(300)),
      (.writing, .milliseconds(6)),
    ]
    return outcome
  }

  @Test("tells in one line what the site holds, how long it took and what changed")
  func human() {
    let account = BuildAccount(
      outcome: outcome {
        $0.written = 12
        $0.deleted = 2
      })
    #expect(
      account.human(in: .english, isVerbose: false)
        == "1,234 pages and 1 file in 0.42 s: 12 written, 2 deleted")
    #expect(
      account.human(in: .spanish, isVerbose: false)
        == "1.234 páginas y 1 archivo en 0,42 s: 12 escritos, 2 borrados")
  }

  @Test("says so when nothing changed, and tells the phases when asked for more")
  func phases() {
    let account = BuildAccount(outcome: outcome { $0.unchanged = 1240 })
    #expect(
      account.human(in: .english, isVerbose: true) == """
        1,234 pages and 1 file in 0.42 s: nothing changed
        reading 0.10 s · assembling 0.01 s · rendering 0.30 s · writing 0.01 s
        """)
    #expect(
      account.human(in: .spanish, isVerbose: true) == """
        1.234 páginas y 1 archivo en 0,42 s: sin cambios
        lectura 0,10 s · montaje 0,01 s · generación 0,30 s · escritura 0,01 s
        """)
  }

  @Test("tells programs the same in one object")
  func json() {
    let outcome = outcome { $0.written = 12 }
    #expect(
      String(decoding: BuildAccount(outcome: outcome).json(), as: UTF8.self)
        == """
        {"pages":1234,"files":1,"written":12,"copied":0,"unchanged":0,"deleted":0,"errors":0,"warnings":0,\
        "milliseconds":{"loading":104,"assembling":10,"rendering":300,"writing":6}}

        """)
  }
}
