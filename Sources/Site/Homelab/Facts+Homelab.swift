import Bytes
import Inventory
import Templates

extension Facts {
  /// Adds what the homelab answers now to all that outputs have looked at so far.
  ///
  /// Where neither the inventory nor the state of its facts is another than in an `old` table, nothing is asked again.
  mutating func addHomelab(of publication: Publication, since old: Facts?) {
    let inventory = publication.setting.inventory
    add(HomelabView.key, inventory)
    let isAsBefore = old?.others[HomelabView.key] == inventory
    for (subject, asked) in publication.homelabAnswers.questions.bySubject {
      var answer: Value?
      for (key, question, digest) in asked where others[key] == nil {
        if let known = digest ?? (isAsBefore ? old?.others[key] : nil) {
          add(key, known)
        } else {
          let found = answer ?? publication.homelabAnswers.value(of: subject)
          answer = found
          add(key, question.digest(in: found))
        }
      }
    }
  }
}
