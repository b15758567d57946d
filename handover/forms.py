"""Forms: a code for a printed card, and a report of fraud."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from core.models import Area
from core.rights import areas_of


class SlipBatchForm(WagtailAdminModelForm):
    """Somebody who is limited to an area issues codes for it only; who issued a code cannot be changed later."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = areas_of(self.for_user) if self.for_user else None
        if areas is not None:
            self.fields["area"].queryset = Area.objects.filter(pk__in=areas)
        if self.instance.pk:
            self.fields["area"].disabled = True

    def save(self, commit: bool = True) -> Any:
        if not self.instance.pk:
            self.instance.issued_by = self.for_user
        return super().save(commit)


class ReportForm(forms.Form):
    """What happened, where, and perhaps how to reach the person."""

    message = forms.CharField(
        label=_("What happened?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write what happened, in a few words.")},
    )
    code = forms.CharField(label=_("The code on the paper, if there is one"), max_length=40, required=False)
    area = forms.ModelChoiceField(
        label=_("Which shop-front does it name?"),
        queryset=Area.objects.all(),
        to_field_name="code",
        required=False,
        empty_label=_("None, or I do not know"),
    )
    contact = forms.CharField(label=_("Phone or e-mail, if you want an answer"), max_length=200, required=False)
    # A trap for programs that fill in everything; people do not see it.
    website = forms.CharField(label=_("Leave this empty"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {
            "autocomplete": "off",
            "autocapitalize": "characters",
            "class": "code-input",
        }
        self.fields["contact"].widget.attrs |= {"aria-describedby": "contact-hint"}
        self.fields["website"].widget.attrs |= {"tabindex": "-1", "autocomplete": "off"}

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                _("This looks like the message of a program. Empty the last field and send it again.")
            )
        return ""
