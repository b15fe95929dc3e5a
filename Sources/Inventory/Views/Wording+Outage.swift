import Language

extension Wording {
  /// How hard something is hit.
  public func text(_ effect: Outage.Effect) -> String {
    switch effect {
    case .stopped: tongue.pick(en: "stops", es: "se para")
    case .weakened: tongue.pick(en: "goes on with less", es: "sigue con menos")
    }
  }

  /// Why something is hit; what must not be named is «something private».
  public func text(_ cause: Outage.Cause) -> String {
    switch cause {
    case .runsOn(let id): tongue.pick(en: "it runs on \(name(id))", es: "corre en \(name(id))")
    case .noQuorum(let id):
      tongue.pick(
        en: "the control plane of \(name(id)) is gone", es: "\(name(id)) se queda sin plano de control")
    case .noWorkers(let id):
      tongue.pick(
        en: "no node of \(name(id)) takes work", es: "en \(name(id)) no queda ningún nodo que trabaje")
    case .fewerNodes(let id): tongue.pick(en: "\(name(id)) loses nodes", es: "\(name(id)) pierde nodos")
    case .device(let reference):
      tongue.pick(
        en: "it uses \(text(.reference(reference), of: ""))", es: "usa \(text(.reference(reference), of: ""))"
      )
    case .storage(let id): tongue.pick(en: "\(name(id)) keeps its data", es: "sus datos están en \(name(id))")
    case .needs(let id): tongue.pick(en: "it needs \(name(id))", es: "necesita \(name(id))")
    }
  }

  private func name(_ id: EntityID) -> String {
    title(of: id) ?? tongue.pick(en: "something private", es: "algo privado")
  }
}
