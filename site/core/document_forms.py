"""The form of a file in the admin: the page that says the same is chosen as pages are chosen elsewhere."""

from wagtail.admin.widgets import AdminPageChooser
from wagtail.documents.forms import BaseDocumentForm


class DocumentForm(BaseDocumentForm):
    """Wagtail's form with a page chooser."""

    class Meta(BaseDocumentForm.Meta):
        widgets = BaseDocumentForm.Meta.widgets | {"same_page": AdminPageChooser}
