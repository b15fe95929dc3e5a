/// The outputs of an earlier build that are still what rendering them would give.
struct UnchangedOutputs: Sendable {
  private let outputs: KnownOutputs
  private let staleness: Staleness
  private let publication: Publication

  /// Nil where nothing is known that may be believed.
  init?(
    _ kept: KeptState, since staleness: Staleness, of publication: Publication, _ draft: PublicationDraft
  ) {
    guard !staleness.hasOtherFrame, let outputs = kept.state?.outputs, kept.hasLookedFor(draft.lastLook)
    else { return nil }
    self.outputs = outputs
    self.staleness = staleness
    self.publication = publication
  }

  /// What came of an output that would be rendered to the same bytes, by its route and the digest of its file; nil for all
  /// others.
  func notes(
    of route: Route, _ file: UInt64, _ needs: inout KnownNeeds
  ) -> (notes: OutputNotes, record: ArraySlice<UInt8>)? {
    switch route.output {
    // What is put together from the whole site is quickly made again.
    case .file, .sitemap: return nil
    default: break
    }
    guard let range = outputs.range(of: file) else { return nil }
    let shown = publication.keys.digest(of: route.output)
    let mayStay = outputs.mayStay(range, showing: shown, staleness)
    guard
      let notes = outputs.notes(
        in: range, takingKeys: !mayStay || !publication.homelab.isEmpty, &needs),
      mayStay || staleness.reasons(for: notes.trace, showing: shown).isEmpty
    else { return nil }
    return (notes, outputs.bytes[range])
  }
}
