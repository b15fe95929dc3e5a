import Diagnostics
import Language

/// Drift as a mistake to show: what is declared is no longer true.
public struct DriftFinding: Finding {
  let difference: Difference
  /// What is told, in each language.
  let english: String
  let spanish: String

  public var code: String { "inventory-drift" }
  public var severity: Severity { .warning }

  public func sentence(in tongue: Tongue) -> Sentence {
    Sentence(
      tongue.pick(en: english, es: spanish),
      hint: tongue.pick(
        en: "mend the inventory, or what runs; 'sitegen inventory diff' lists all",
        es: "corrige el inventario o lo que corre; «sitegen inventory diff» lo enumera todo"))
  }
}

extension Homelab {
  /// The drift as warnings, each where the thing is declared; what nobody declared stands at the file's beginning.
  public func report(_ drift: Drift, files: [Source]) -> Report {
    let wordings = Tongue.allCases.map { Wording(of: self, in: $0, for: .owner) }
    var report = Report()
    for difference in drift.drifted {
      let name = difference.entity?.description ?? "\(difference.source):\(difference.key)"
      let texts = Dictionary(
        wordings.map {
          ($0.tongue, "\($0.tongue.pick(en: "'\(name)'", es: "«\(name)»")): \($0.text(difference))")
        },
        uniquingKeysWith: { first, _ in first })
      let finding = DriftFinding(
        difference: difference, english: texts[.english] ?? "", spanish: texts[.spanish] ?? "")
      if let origin = difference.entity.flatMap({ declared[$0]?.origin }), files.indices.contains(origin.file)
      {
        report.add(files[origin.file].mistake(finding, at: origin.range))
      } else {
        report.add(Mistake(finding, path: InventoryFolder.name, place: nil))
      }
    }
    return report
  }
}
